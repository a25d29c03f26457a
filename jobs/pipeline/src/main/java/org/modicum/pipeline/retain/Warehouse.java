package org.modicum.pipeline.retain;

import java.util.List;
import org.modicum.pipeline.bucket.Address;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.settings.StoreSettings;
import org.modicum.pipeline.store.Tables;

/** Where the tables' files are, as the file system or the store has it and not as Iceberg knows it. */
sealed interface Warehouse extends AutoCloseable permits FolderWarehouse, BucketWarehouse {

    /** @throws ExitException if it is neither in a folder nor in a bucket: elsewhere nobody could tell what is gone */
    static Warehouse of(StoreSettings settings) {
        if (Address.isOne(settings.warehouse())) {
            return BucketWarehouse.of(settings);
        }
        if (FolderWarehouse.isOne(settings.warehouse())) {
            return FolderWarehouse.of(settings);
        }
        throw new ExitException(
                ExitCode.SETTINGS,
                "The warehouse " + settings.warehouse() + " is neither on a local file system nor in an S3 bucket."
                        + " `retain` cannot delete there.");
    }

    /** The one spelling of where something is, of all that a table may have. */
    String name(String location);

    /** The warehouse itself, in that spelling. */
    String root();

    /** Where the catalogue puts a table. */
    default String folder(Tables table) {
        return name(root() + "/" + table.identifier().namespace() + "/"
                + table.identifier().name());
    }

    /** All that is there below a folder of it, in the order of names; also what nobody can read any more. */
    List<SizedFile> below(String folder);

    /** How it is listed, for a certificate. */
    String listing();

    /** How many of them are still there, asked otherwise than by what removed them. */
    long present(List<String> files);

    byte[] read(String file);

    /** Tries to; whether they are gone is for others to say. */
    void remove(List<SizedFile> files);

    /** Why nothing that is deleted there can be said to be gone; none if it can. */
    List<String> unfit();

    /** Tries out whether it shows what killed writers leave; for the moment before something is deleted. */
    boolean showsLeftovers();

    /** Whether a writer of a table would give something such a name. */
    boolean isWritten(SizedFile file);

    /** What a certificate has to say of it beyond what every certificate says. */
    List<String> scope();

    @Override
    void close();
}
