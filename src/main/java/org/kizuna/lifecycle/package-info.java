/**
 * The steps of a record's life: from where to where each leads, who takes it, what it asks and what must hold. Each kind
 * of record declares its own once; register, pages and REST follow the declaration.
 */
@NullMarked
package org.kizuna.lifecycle;

import org.jspecify.annotations.NullMarked;
