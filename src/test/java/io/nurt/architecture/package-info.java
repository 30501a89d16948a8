/** What keeps the structure: module walls, floors, size budgets, complete texts, the published API. */
@org.jspecify.annotations.NullMarked
package io.nurt.architecture;
