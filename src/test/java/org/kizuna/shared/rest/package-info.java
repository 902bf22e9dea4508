@NullMarked
package org.kizuna.shared.rest;

import org.jspecify.annotations.NullMarked;
