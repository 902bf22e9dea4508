package org.kizuna.bench;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.integrator.spi.Integrator;
import org.kizuna.history.JournalIntegrator;
import org.kizuna.shared.Action;
import org.kizuna.shared.Channel;
import org.kizuna.testing.FeaturesWithoutServer;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The application's entities over the application's own account, without a server: as they are, or without the journal
 * that hangs on them. The application itself can't be told to do without it.
 */
public final class OwnPersistence implements AutoCloseable {

    private static final OwnIntents INTENTS = new OwnIntents();

    /** Kept, so that its level is. */
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    static {
        HIBERNATE.setLevel(Level.SEVERE);
        CDI<Object> beans = FeaturesWithoutServer.and(INTENTS, Clock.systemUTC());
        CDI.setCDIProvider(() -> beans);
    }

    private final SessionFactory factory;
    private final Connection connection;

    OwnPersistence(Connection connection, boolean journaled) throws SQLException, IOException {
        this.connection = connection;
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        BootstrapServiceRegistry bootstrap = new BootstrapServiceRegistryBuilder()
                .applyClassLoaderService(new Services(journaled))
                .build();
        MetadataSources sources = new MetadataSources(new StandardServiceRegistryBuilder(bootstrap)
                .applySettings(settings())
                .applySetting(AvailableSettings.CONNECTION_PROVIDER, new OneConnection(connection))
                .build());
        mapped().forEach(sources::addAnnotatedClass);
        factory = sources.buildMetadata().buildSessionFactory();
    }

    /** Does it in a transaction of its own and commits. */
    public void transaction(String action, Consumer<EntityManager> work) {
        INTENTS.next(new Action("officer", "OFFICER", Channel.REST, action, null));
        factory.inTransaction(work::accept);
    }

    private static List<Class<?>> mapped() {
        List<Class<?>> mapped = new ArrayList<>();
        for (JavaClass found : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.kizuna")) {
            if (found.isAnnotatedWith(Entity.class)
                    || found.isAnnotatedWith(Embeddable.class)
                    || found.isAnnotatedWith(MappedSuperclass.class)
                    || found.isAnnotatedWith(Converter.class)) {
                mapped.add(found.reflect());
            }
        }
        return mapped;
    }

    /** What the application's persistence unit says. */
    private static Properties settings() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                OwnPersistence.class.getResourceAsStream("/META-INF/persistence.xml"), "persistence.xml")) {
            NodeList named = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getElementsByTagName("property");
            Properties settings = new Properties();
            for (int i = 0; i < named.getLength(); i++) {
                Element property = (Element) named.item(i);
                settings.setProperty(property.getAttribute("name"), property.getAttribute("value"));
            }
            return settings;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        factory.close();
        connection.close();
    }

    /** What Hibernate finds on the class path. */
    private static final class Services extends ClassLoaderServiceImpl {

        private static final long serialVersionUID = 1L;

        private final boolean journaled;

        Services(boolean journaled) {
            this.journaled = journaled;
        }

        @Override
        public <S> Collection<S> loadJavaServices(Class<S> type) {
            Collection<S> found = super.loadJavaServices(type);
            return type != Integrator.class || journaled
                    ? found
                    : found.stream()
                            .filter(one -> !(one instanceof JournalIntegrator))
                            .toList();
        }
    }
}
