/** From the workspace's deals, models and claims to revenue and cash-in by month and quarter, kept as it stood, and what would change it. */
@NullMarked
package io.nurt.forecast.internal.outlook;

import org.jspecify.annotations.NullMarked;
