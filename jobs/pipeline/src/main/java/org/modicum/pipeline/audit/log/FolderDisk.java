package org.modicum.pipeline.audit.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.modicum.pipeline.exit.ExitCode;
import org.modicum.pipeline.exit.ExitException;
import org.modicum.pipeline.home.AtomicFile;

/**
 * A folder of a local file system. Network file systems and object stores do not keep what {@link Disk} promises. The
 * owner writes and the group reads, so that auditors need no more than membership of a group.
 */
record FolderDisk(Path root) implements Disk {

    @Override
    public Closeable lock() throws IOException {
        Files.createDirectories(root.toAbsolutePath().getParent());
        makeFolder("");
        try (FileChannel parent = FileChannel.open(root.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            parent.force(true);
        }
        FileChannel channel = FileChannel.open(at("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw held();
        }
        channel.close();
        throw held();
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(at(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> list(String folder) throws IOException {
        if (!Files.isDirectory(at(folder))) {
            return List.of();
        }
        try (Stream<Path> names = Files.list(at(folder))) {
            return names.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Override
    public void makeFolder(String path) throws IOException {
        Path folder = at(path);
        if (Files.isDirectory(folder)) {
            return;
        }
        if (posix(folder.toAbsolutePath().getParent())) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
        } else {
            Files.createDirectory(folder);
        }
    }

    @Override
    public void write(String path, byte[] content) throws IOException {
        Path file = at(path);
        Files.deleteIfExists(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            if (posix(file)) {
                Files.setPosixFilePermissions(file, AtomicFile.GROUP_READS);
            }
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }

    @Override
    public void force(String path) throws IOException {
        try (FileChannel channel = FileChannel.open(at(path), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void move(String from, String to) throws IOException {
        Files.move(at(from), at(to), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(String path) throws IOException {
        Files.deleteIfExists(at(path));
    }

    private Path at(String path) {
        return path.isEmpty() ? root : root.resolve(path);
    }

    private ExitException held() {
        return new ExitException(
                ExitCode.LOCKED,
                "Another run of modicum writes the audit log " + root
                        + ". Nothing was done; try again when it has ended.");
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
