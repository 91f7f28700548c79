package dev.parley.platform.slack;

class ListeningBySocketTest extends ListeningContract {
    @Override
    SlackSettings.Mode mode() {
        return SlackSettings.Mode.SOCKET;
    }
}
