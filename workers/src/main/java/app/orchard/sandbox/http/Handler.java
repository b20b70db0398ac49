package app.orchard.sandbox.http;

import java.io.IOException;

/** Answers one kind of request. */
@FunctionalInterface
public interface Handler {
    Reply handle(Request request) throws IOException;
}
