package dev.parley.platform.slack.local;

import dev.parley.platform.local.Violations;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that is the case. Whoever changes or reads it holds its lock. */
final class World {
    final Ids ids = new Ids();
    final Violations violations = new Violations();
    final String appId = ids.next("A");
    final String appToken = "xapp-1-" + appId + "-local";
    final String clientId = "1234567890." + System.nanoTime() % 1_000_000_000;
    final String clientSecret = "local-client-secret";
    final String signingSecret = "local-signing-secret-" + System.nanoTime();
    final String verificationToken = "local-verification";
    final Map<String, Workspace> workspaces = new LinkedHashMap<>();
    final Map<String, Workspace> tokens = new ConcurrentHashMap<>();
    final Set<String> revoked = ConcurrentHashMap.newKeySet();
    final Map<String, Interaction> triggers = new LinkedHashMap<>();
    final Map<String, Interaction> responses = new LinkedHashMap<>();
    final Map<String, Consent> consents = new LinkedHashMap<>();
    final Set<String> subscriptions = new LinkedHashSet<>(Events.ALL);
    final Courier courier = new Courier(this);
    final Events events = new Events(this);
    final Conversation conversation = new Conversation(this);
    final Interactions interactions = new Interactions(this);
    boolean messagesTab = true;
    boolean commercial;
    Agreement agreement = Agreement.GIVEN;
    Duration processing = Duration.ZERO;
    String address = "";

    /** A person who looks after a workspace has agreed to the installation. */
    record Consent(Workspace workspace, String redirect, String scopes, Person by) {}

    Workspace workspace(String name) {
        synchronized (this) {
            Workspace workspace = new Workspace(this, name);
            workspaces.put(workspace.id, workspace);
            return workspace;
        }
    }
}
