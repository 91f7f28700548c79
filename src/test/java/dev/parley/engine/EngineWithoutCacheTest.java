package dev.parley.engine;

/** The same without the cache: every conversation is folded anew each time. */
class EngineWithoutCacheTest extends EngineTest {

    @Override
    long cached() {
        return 0;
    }
}
