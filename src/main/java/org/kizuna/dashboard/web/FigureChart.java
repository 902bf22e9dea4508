package org.kizuna.dashboard.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.kizuna.contribution.Instrument;
import org.kizuna.shared.Words;
import software.xdev.chartjs.model.charts.BarChart;
import software.xdev.chartjs.model.data.BarData;
import software.xdev.chartjs.model.dataset.BarDataset;
import software.xdev.chartjs.model.options.BarOptions;
import software.xdev.chartjs.model.options.LegendOptions;
import software.xdev.chartjs.model.options.Plugins;
import software.xdev.chartjs.model.options.scale.Scales;
import software.xdev.chartjs.model.options.scale.cartesian.category.CategoryScaleOptions;
import software.xdev.chartjs.model.options.scale.cartesian.linear.LinearScaleOptions;

/** The table's figures as stacked bars, in millions. Colours are names that the page's theme knows. */
final class FigureChart {

    private FigureChart() {}

    /** The class of an instrument's colour in the style sheet, and its name there without the dashes. */
    static String colour(Instrument instrument) {
        return switch (instrument) {
            case ASSESSED -> "c6";
            case VOLUNTARY_CORE -> "c3";
            case PROJECT_SPECIFIC -> "c1";
            case POOLED_FUND -> "c2";
            case THEMATIC_FUND -> "c4";
            case VERTICAL_FUND -> "c5";
            case IN_KIND -> "c7";
            case OTHER -> "c8";
        };
    }

    static String json(FigureTable table, Locale language) {
        List<FigureTable.YearRow> years = new ArrayList<>(table.getRows());
        Collections.reverse(years);
        BarData data = new BarData();
        IntStream.rangeClosed(
                        years.get(0).getYear(), years.get(years.size() - 1).getLastYear())
                .forEach(year -> data.addLabel(Integer.toString(year)));
        for (Instrument instrument : table.getInstruments()) {
            BarDataset set = new BarDataset()
                    .setLabel(Words.label(language, instrument))
                    .setBackgroundColor(colour(instrument))
                    .setStack("received");
            for (FigureTable.YearRow year : years) {
                // a year without entries has its place and no bar
                IntStream.rangeClosed(year.getYear(), year.getLastYear())
                        .forEach(one -> set.addData(year.isGap() ? null : millions(year.of(instrument))));
            }
            data.addDataset(set);
        }
        BarOptions options = new BarOptions()
                .setResponsive(true)
                .setPlugins(new Plugins().setLegend(new LegendOptions().setDisplay(false)))
                .setScales(new Scales()
                        .addScale(Scales.ScaleAxis.X, new CategoryScaleOptions().setStacked(true))
                        .addScale(
                                Scales.ScaleAxis.Y,
                                new LinearScaleOptions().setStacked(true).setBeginAtZero(true)));
        return new BarChart(data, options).toJson();
    }

    private static BigDecimal millions(BigDecimal figure) {
        return figure.movePointLeft(6).setScale(3, RoundingMode.HALF_EVEN);
    }
}
