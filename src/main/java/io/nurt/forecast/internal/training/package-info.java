/** Models in the database: made in the background, kept by version, put to use when they are better, asked about deals. */
@NullMarked
package io.nurt.forecast.internal.training;

import org.jspecify.annotations.NullMarked;
