/** The figures, against numbers computed by hand and against the deals they lead to. */
@org.jspecify.annotations.NullMarked
package io.nurt.insights;
