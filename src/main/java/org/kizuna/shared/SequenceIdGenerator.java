package org.kizuna.shared;

import java.util.Properties;
import org.hibernate.id.enhanced.TableGenerator;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.Type;

/** One row of {@code id_sequence} for each table. MySQL has no sequences, so this is what both servers can do. */
public class SequenceIdGenerator extends TableGenerator {

    @Override
    public void configure(Type type, Properties parameters, ServiceRegistry services) {
        parameters.setProperty(TABLE_PARAM, "id_sequence");
        parameters.setProperty(SEGMENT_COLUMN_PARAM, "name");
        parameters.setProperty(VALUE_COLUMN_PARAM, "next_val");
        parameters.setProperty(CONFIG_PREFER_SEGMENT_PER_ENTITY, "true");
        parameters.setProperty(INCREMENT_PARAM, "1000");
        super.configure(type, parameters, services);
    }
}
