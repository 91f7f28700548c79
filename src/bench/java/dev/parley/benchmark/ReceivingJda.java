package dev.parley.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/**
 * JDA as its guide says, and a thread that inserts what has come meanwhile into one table in one transaction, which is on the disk before
 * it counts. Arguments: address of the API, of the gateway, token, channel, folder, two numbers to be said.
 */
public final class ReceivingJda {
    private static final int MOST_TOGETHER = 1_000;

    private ReceivingJda() {}

    /** Runs until its standard input ends. */
    public static void main(String[] arguments) throws Exception {
        Tally tally = new Tally(Integer.parseInt(arguments[5]), Integer.parseInt(arguments[6]));
        BlockingQueue<Message> heard = new LinkedBlockingQueue<>();
        Connection connection = open(Path.of(arguments[4]));
        Thread.ofPlatform().daemon().start(() -> write(connection, heard, tally));
        jda(arguments, event -> {
                    if (event instanceof MessageReceivedEvent said) {
                        heard.add(said.getMessage());
                    }
                })
                .awaitReady();
        Tally.untilTold();
        System.exit(0);
    }

    /** JDA at a local Discord. */
    static JDA jda(String[] arguments, EventListener listener) {
        return JDABuilder.createLight(
                        arguments[2], GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT)
                .setRestConfig(new RestConfig().setBaseUrl(arguments[0]))
                .setSessionController(new ConcurrentSessionController() {
                    @Override
                    public String getGateway() {
                        return arguments[1];
                    }
                })
                .addEventListeners(listener)
                .build();
    }

    private static Connection open(Path folder) throws SQLException {
        Connection connection =
                DriverManager.getConnection("jdbc:h2:" + folder.resolve("bare") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table message (id bigint primary key, channel bigint not null, "
                    + "author bigint not null, said timestamp with time zone not null, content varchar not null)");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private static void write(Connection connection, BlockingQueue<Message> heard, Tally tally) {
        List<Message> together = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement("insert into message values (?, ?, ?, ?, ?)");
                Statement sync = connection.createStatement()) {
            while (true) {
                together.add(heard.take());
                heard.drainTo(together, MOST_TOGETHER - 1);
                for (Message message : together) {
                    insert.setLong(1, message.getIdLong());
                    insert.setLong(2, message.getChannelIdLong());
                    insert.setLong(3, message.getAuthor().getIdLong());
                    insert.setObject(4, message.getTimeCreated());
                    insert.setString(5, message.getContentRaw());
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
                sync.execute("checkpoint sync");
                tally.add(together.size());
                together.clear();
            }
        } catch (SQLException | InterruptedException trouble) {
            throw new IllegalStateException(trouble);
        }
    }
}
