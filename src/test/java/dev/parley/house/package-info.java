/** The rules of the house as tests: who may know whom, and what the core must not do. */
@org.jspecify.annotations.NullMarked
package dev.parley.house;
