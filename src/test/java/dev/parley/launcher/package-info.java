/** The launcher, the image's steps and its health check, tried with a made-up Java and Maven in folders of their own. */
@org.jspecify.annotations.NullMarked
package dev.parley.launcher;
