/** The wiring: the command line, and all that Parley can say. Alone it knows the adapters and the system's clock. */
@org.jspecify.annotations.NullMarked
package dev.parley;
