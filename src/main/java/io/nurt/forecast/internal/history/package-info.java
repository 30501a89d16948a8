/**
 * The pipeline's history as the model reads it: each deal's events, and for any past moment what was known of every deal then.
 * What was recorded later is never looked at.
 */
@NullMarked
package io.nurt.forecast.internal.history;

import org.jspecify.annotations.NullMarked;
