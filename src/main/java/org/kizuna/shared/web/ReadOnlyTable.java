package org.kizuna.shared.web;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIColumn;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of rows that are read and not typed into, {@code k:rows} with {@code k:column} in it. The tables of component
 * libraries keep a state for each cell and send scripts for what such a list never does.
 *
 * <p>Attributes are {@code value}, {@code var} and {@code none}, said when there are no rows unless a facet of that name
 * says more; those of a column are {@code head} or a facet {@code header}, {@code styleClass} and {@code rendered}.
 */
@FacesComponent("kizuna.Rows")
public class ReadOnlyTable extends ForEach {

    @Override
    public void encodeChildren(FacesContext context) throws IOException {
        List<Column> columns = columns();
        Collection<?> values = values();
        ResponseWriter page = context.getResponseWriter();
        page.write("<div class=\"frame\" tabindex=\"0\"><table>");
        writeHeads(context, page, columns);
        page.write("<tbody>");
        if (values.isEmpty()) {
            writeNone(context, page, columns.size());
        } else {
            writeRows(context, page, columns, values);
        }
        page.write("</tbody></table></div>");
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (UIComponent child : getChildren()) {
            if (child instanceof UIColumn && child.isRendered()) {
                columns.add(Column.of(child));
            }
        }
        return columns;
    }

    private static void writeHeads(FacesContext context, ResponseWriter page, List<Column> columns) throws IOException {
        page.write("<thead><tr>");
        for (Column column : columns) {
            page.write(column.head());
            UIComponent header = column.component().getFacet("header");
            if (header != null) {
                header.encodeAll(context);
            } else {
                page.writeText(column.component().getAttributes().getOrDefault("head", ""), null);
            }
            page.write("</th>");
        }
        page.write("</tr></thead>");
    }

    private void writeNone(FacesContext context, ResponseWriter page, int columns) throws IOException {
        page.write("<tr class=\"none\"><td colspan=\"" + columns + "\">");
        UIComponent none = getFacet("none");
        if (none != null) {
            none.encodeAll(context);
        } else {
            page.writeText(getAttributes().getOrDefault("none", ""), null);
        }
        page.write("</td></tr>");
    }

    private void writeRows(FacesContext context, ResponseWriter page, List<Column> columns, Collection<?> values)
            throws IOException {
        forEach(context, values, () -> {
            page.write("<tr>");
            for (Column column : columns) {
                page.write(column.cell());
                encode(context, column.contents());
                page.write("</td>");
            }
            page.write("</tr>");
        });
    }

    /** What is the same for each of its cells. */
    private record Column(UIComponent component, List<UIComponent> contents, String head, String cell) {

        static Column of(UIComponent component) {
            String style = style(component.getAttributes().get("styleClass"));
            return new Column(component, component.getChildren(), "<th scope=\"col\"" + style, "<td" + style);
        }

        private static String style(@Nullable Object name) {
            return name == null ? ">" : " class=\"" + name + "\">";
        }
    }
}
