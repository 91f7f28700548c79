package dev.parley.engine;

import dev.parley.conversation.ConversationId;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an engine must know.
 *
 * @param community whose conversations it holds
 * @param zone in which times are told
 * @param locale in which days and months are named
 * @param here the pages' address for those who are on them, where there are pages
 * @param address the pages' public address, where there is one; without it no link to them is posted to other platforms
 * @param pass what goes with that link to a recap and lets those read it who have no name on the pages
 * @param lease how long a claimed effect may take before somebody else may try
 * @param cached how many folded conversations are kept in memory
 * @param instance the name of this process among those on the same database
 */
public record Settings(
        String community,
        ZoneId zone,
        Locale locale,
        Optional<URI> here,
        Optional<URI> address,
        Function<ConversationId, String> pass,
        Duration lease,
        long cached,
        String instance) {}
