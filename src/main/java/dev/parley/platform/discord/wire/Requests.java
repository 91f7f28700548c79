package dev.parley.platform.discord.wire;

import dev.parley.platform.Unreachable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Method;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.api.requests.Route.CompiledRoute;
import net.dv8tion.jda.api.utils.AttachedFile;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.Requester;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Discord's REST interface, through JDA's requester and so with its limits of each channel, but by routes and not by JDA's entities:
 * those exist only for guilds of this instance's shards, and only once these are loaded, while any instance must be able to post
 * anywhere at any time. JDA's own classes for this are internal; the version is pinned.
 */
public final class Requests implements Asking {
    /** JDA waits for ever by itself. Less than the lease of an effect, so that nobody else tries meanwhile. */
    private static final Duration AT_MOST = Duration.ofSeconds(20);

    /** Reading changes nothing, so that it may simply be done again. */
    private static final int TRIES_TO_READ = 3;

    private final Supplier<JDA> shard;
    private final Failures failures;

    /** By way of any shard, whose limits hold for all. */
    public Requests(Supplier<JDA> shard, Failures failures) {
        this.shard = shard;
        this.failures = failures;
    }

    @Override
    public DataObject get(CompiledRoute route) {
        return ask(route, null, Response::getObject, Set.of()).orElseThrow();
    }

    @Override
    public DataArray all(CompiledRoute route) {
        return ask(route, null, Response::getArray, Set.of()).orElseThrow();
    }

    /** Asks for one thing that may not be there, which the errors named here say. */
    public Optional<DataObject> find(CompiledRoute route, ErrorResponse... absent) {
        return ask(route, null, Response::getObject, Set.of(absent));
    }

    /** Asks for a list, which is empty where one of these errors says that there is nothing. */
    public List<DataObject> list(CompiledRoute route, ErrorResponse... absent) {
        return ask(route, null, Response::getArray, Set.of(absent)).stream()
                .flatMap(array -> array.stream(DataArray::getObject))
                .toList();
    }

    /** Sends something with files. */
    public DataObject send(CompiledRoute route, DataObject body, Collection<FileUpload> files) {
        return send(route, body, files, new ErrorResponse[0]).orElseThrow();
    }

    /** Sends something and reads what has come of it; empty where one of these errors says that there is nothing to be done. */
    public Optional<DataObject> send(CompiledRoute route, DataObject body, ErrorResponse... fine) {
        return send(route, body, List.of(), fine);
    }

    /** The same with files. */
    public Optional<DataObject> send(
            CompiledRoute route, DataObject body, Collection<FileUpload> files, ErrorResponse... fine) {
        RequestBody all = files.isEmpty()
                ? json(body)
                : AttachedFile.createMultipartBody(files, json(body)).build();
        return ask(route, all, Response::getObject, Set.of(fine));
    }

    /** Sends a list in place of the one that was there. */
    public void put(CompiledRoute route, DataArray all) {
        RequestBody body = RequestBody.create(all.toJson(), Requester.MEDIA_TYPE_JSON);
        ask(route, body, _ -> true, Set.of());
    }

    /** Does something that has no answer; one of these errors is as good as done. */
    public void order(CompiledRoute route, ErrorResponse... fine) {
        ask(route, null, _ -> true, Set.of(fine));
    }

    private static RequestBody json(DataObject body) {
        return RequestBody.create(body.toJson(), Requester.MEDIA_TYPE_JSON);
    }

    private <T> Optional<T> ask(
            CompiledRoute route, @Nullable RequestBody body, Function<Response, T> reader, Set<ErrorResponse> fine) {
        int tries = route.getMethod() == Method.GET ? TRIES_TO_READ : 1;
        while (true) {
            tries--;
            try {
                return Optional.of(answer(route, body, reader));
            } catch (ErrorResponseException error) {
                if (fine.contains(error.getErrorResponse())) {
                    return Optional.empty();
                }
                throw failures.of(error);
            } catch (Unreachable unreachable) {
                if (tries == 0 || !unreachable.patience().isZero()) {
                    throw unreachable;
                }
            }
        }
    }

    private <T> T answer(CompiledRoute route, @Nullable RequestBody body, Function<Response, T> reader) {
        CompletableFuture<T> answer = submit(route, body, reader);
        try {
            return answer.get(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ErrorResponseException error) {
                throw error;
            }
            throw failures.of(failed.getCause());
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw failures.of(late);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw failures.of(stopped);
        }
    }

    private <T> CompletableFuture<T> submit(
            CompiledRoute route, @Nullable RequestBody body, Function<Response, T> reader) {
        try {
            return new RestActionImpl<T>(shard.get(), route, body, (response, _) -> reader.apply(response)).submit();
        } catch (RejectedExecutionException stopped) {
            throw failures.of(stopped);
        }
    }
}
