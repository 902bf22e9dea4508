package org.kizuna.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A running Kizuna with an organisation in it, and the way past it. */
public final class Site {

    private final Size size;
    private final URI address;
    private final Floor floor;
    private final Heap heap;
    private final Path folder;
    private final ApplicationAccount account;
    private final Map<String, Visitor> visitors;

    Site(Size size, URI address, Floor floor, Heap heap, Path folder, ApplicationAccount account) {
        this(size, address, floor, heap, folder, account, new ConcurrentHashMap<>());
    }

    private Site(
            Size size,
            URI address,
            Floor floor,
            Heap heap,
            Path folder,
            ApplicationAccount account,
            Map<String, Visitor> visitors) {
        this.account = account;
        this.visitors = visitors;
        this.size = size;
        this.address = address;
        this.floor = floor;
        this.heap = heap;
        this.folder = folder;
    }

    /** The same with another way past it. */
    Site over(Floor other) {
        return new Site(size, address, other, heap, folder, account, visitors);
    }

    /** How many connections the server has to its database. */
    public int databaseConnections() throws SQLException {
        return account.connections();
    }

    /** The application's entities without a server, as they are or without the journal that hangs on them. */
    public OwnPersistence persistence(boolean journaled) throws SQLException, IOException {
        return account.persistence(journaled);
    }

    public Size size() {
        return size;
    }

    public Floor floor() {
        return floor;
    }

    public Heap heap() {
        return heap;
    }

    /** A folder for files. */
    public Path folder() {
        return folder;
    }

    /** The one who has signed in under this name. */
    public Visitor as(String name) throws IOException, InterruptedException {
        Visitor known = visitors.get(name);
        if (known == null) {
            known = another(name);
            visitors.put(name, known);
        }
        return known;
    }

    /** Signs in anew. */
    public Visitor another(String name) throws IOException, InterruptedException {
        return Visitor.signedIn(address, name);
    }

    public static String reference(String prefix, int number) {
        return Growing.reference(prefix, number);
    }
}
