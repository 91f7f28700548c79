package dev.parley.platform.slack;

/** The same by signed requests to our own server. */
class SlackByHttpTest extends SlackPlatformTest {

    @Override
    protected SlackSettings.Mode mode() {
        return SlackSettings.Mode.HTTP;
    }
}
