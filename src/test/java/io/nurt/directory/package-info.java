@org.jspecify.annotations.NullMarked
package io.nurt.directory;
