package dev.parley.platform.discord.wire;

import dev.parley.platform.Refused;
import dev.parley.platform.Unreachable;
import net.dv8tion.jda.api.requests.Route.CompiledRoute;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Asks Discord how things are, and changes nothing. */
public interface Asking {

    /** Asks for one thing. Throws {@link Refused} or {@link Unreachable}. */
    DataObject get(CompiledRoute route);

    /** Asks for a list. Throws {@link Refused} or {@link Unreachable}. */
    DataArray all(CompiledRoute route);
}
