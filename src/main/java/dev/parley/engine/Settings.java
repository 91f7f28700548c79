package dev.parley.engine;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * What an engine must know.
 *
 * @param community whose conversations it holds
 * @param zone in which times are told
 * @param locale in which days and months are named
 * @param home the pages' public address, where there is one
 * @param lease how long a claimed effect may take before somebody else may try
 * @param cached how many folded conversations are kept in memory
 * @param instance the name of this process among those on the same database
 */
public record Settings(
        String community,
        ZoneId zone,
        Locale locale,
        Optional<URI> home,
        Duration lease,
        long cached,
        String instance) {}
