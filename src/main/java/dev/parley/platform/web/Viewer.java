package dev.parley.platform.web;

import dev.parley.platform.Account;

/**
 * For whom a page is drawn.
 *
 * @param token what their forms carry
 * @param site the site's address as they see it
 */
record Viewer(Account account, String token, String site) {}
