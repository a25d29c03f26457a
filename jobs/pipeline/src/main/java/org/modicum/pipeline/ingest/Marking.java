package org.modicum.pipeline.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.modicum.policy.attention.Attention;
import org.modicum.policy.attention.Hit;
import org.modicum.policy.attention.Marks;
import org.modicum.policy.catalogue.Catalogue;
import org.modicum.policy.catalogue.Match;
import org.modicum.policy.catalogue.Pace;

/** The slots that lines mark. A tunnel shows no path, so what the catalogue says of its host is looked up once. */
final class Marking {
    private static final int MOST_HOSTS = 100_000;

    private final Catalogue catalogue;
    private final Words methods = new Words();
    private final Words hosts = new Words();
    private final Words types = new Words();
    private final Map<UTF8String, Tunnels> tunnels = new HashMap<>();

    /** Tunnels to one host: what they are used for, and the pace of the site; nothing if it is on no site. */
    private record Tunnels(String host, Optional<Match> match, Pace pace) {}

    Marking(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<Marks> marks(InternalRow line) {
        UTF8String path = line.getUTF8String(Judgement.PATH);
        UTF8String host = line.getUTF8String(Judgement.HOST);
        if (path != null) {
            return Attention.marks(catalogue, hit(line, hosts.of(host), path.toString()));
        }
        Tunnels known = tunnels.get(host);
        if (known == null) {
            known = lookUp(host);
        }
        return known.match().isEmpty()
                ? List.of()
                : Attention.marks(known.match().get(), known.pace(), hit(line, known.host(), null));
    }

    /** A proxy that does not say how many bytes it sent says nothing that could be held against anybody. */
    static long bytes(InternalRow line) {
        return line.isNullAt(Judgement.BYTES) ? 0 : line.getLong(Judgement.BYTES);
    }

    private Hit hit(InternalRow line, String host, String path) {
        return new Hit(
                Math.floorDiv(line.getLong(Judgement.TIME), 1000L),
                line.getLong(Judgement.ELAPSED),
                host,
                path,
                methods.of(line.getUTF8String(Judgement.METHOD)),
                line.getInt(Judgement.STATUS),
                types.of(line.getUTF8String(Judgement.CONTENT_TYPE)),
                bytes(line));
    }

    private Tunnels lookUp(UTF8String host) {
        if (tunnels.size() >= MOST_HOSTS) {
            tunnels.clear();
        }
        String name = host.toString();
        Optional<Match> match = catalogue.match(name, null);
        Tunnels found = new Tunnels(
                name, match, match.map(there -> catalogue.pace(there.site())).orElse(null));
        // The bytes belong to a row that is overwritten by the next one.
        tunnels.put(host.copy(), found);
        return found;
    }
}
