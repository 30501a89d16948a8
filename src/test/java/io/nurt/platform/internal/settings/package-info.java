@org.jspecify.annotations.NullMarked
package io.nurt.platform.internal.settings;
