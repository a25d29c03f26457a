package org.modicum.pipeline.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;

/**
 * One run at a time for a home. The operating system gives the lock back when the process ends, however it ends, so a
 * killed run never leaves a stale one.
 */
public final class RunLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private RunLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock or gives up at once.
     *
     * @throws ExitException with {@link ExitCode#LOCKED} when another run holds the lock
     */
    public static RunLock take(Home home) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw held(home);
            }
            return new RunLock(channel, lock);
        } catch (OverlappingFileLockException e) {
            close(channel);
            throw held(home);
        } catch (IOException e) {
            close(channel);
            throw new UncheckedIOException("The lock " + home.lock() + " could not be taken", e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }

    private static ExitException held(Home home) {
        return new ExitException(
                ExitCode.LOCKED,
                "Another run of modicum holds " + home.lock() + ". Nothing was done; try again when it has ended.");
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
