/** Light Markdown, read once for all platforms: what a post of ours says, in pieces that may stand apart and pieces that may not. */
@NullMarked
package dev.parley.platform.text;

import org.jspecify.annotations.NullMarked;
