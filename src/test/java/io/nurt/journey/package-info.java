/** Few, whole journeys through the real screens in a real browser. */
@org.jspecify.annotations.NullMarked
package io.nurt.journey;
