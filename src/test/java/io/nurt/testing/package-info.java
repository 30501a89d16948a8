/** What tests of every module share: a real PostgreSQL and the annotation that wires it. */
@org.jspecify.annotations.NullMarked
package io.nurt.testing;
