package org.modicum.proxylog.spark;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.modicum.proxylog.LogFile;

/** A file of any of Hadoop's file systems, the local one among them. */
record HadoopLogFile(Path path, Configuration hadoop) implements LogFile {
    @Override
    public InputStream open(long position) throws IOException {
        FSDataInputStream in = path.getFileSystem(hadoop).open(path);
        try {
            in.seek(position);
            return in;
        } catch (EOFException e) {
            // Behind the end of the file there is nothing, which the scanner reports as a file too short.
            in.close();
            return InputStream.nullInputStream();
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
