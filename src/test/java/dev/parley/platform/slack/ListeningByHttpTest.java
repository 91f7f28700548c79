package dev.parley.platform.slack;

class ListeningByHttpTest extends ListeningContract {
    @Override
    SlackSettings.Mode mode() {
        return SlackSettings.Mode.HTTP;
    }
}
