@org.jspecify.annotations.NullMarked
package io.nurt.identity.internal;
