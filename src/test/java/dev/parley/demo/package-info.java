/** The sample people, read and acted out with a clock moved by hand. */
@org.jspecify.annotations.NullMarked
package dev.parley.demo;
