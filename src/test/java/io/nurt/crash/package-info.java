/** Kills the whole product while people write and an import runs. */
@org.jspecify.annotations.NullMarked
package io.nurt.crash;
