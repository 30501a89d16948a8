/** When won amounts are invoiced, what is owed, and what came in: plans, invoices and receipts, and what the simulation reads of them. */
@NullMarked
package io.nurt.forecast.internal.billing;

import org.jspecify.annotations.NullMarked;
