package io.orderflow.benchmarks.report;

import io.orderflow.benchmarks.report.Report.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The report for people: one line for each figure and target. It is a table in Markdown too. */
public final class Table {

    private static final List<String> HEAD = List.of(
            "figure", "unit", "median", "least", "most", "target", "reference", "its median", "ratio", "reached");

    private Table() {}

    /** The lines of the table, the remark on the machine, and what failed. */
    public static List<String> of(Report report) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        String last = "";
        for (Line line : report.lines()) {
            boolean isSame = line.figure().id().equals(last);
            last = line.figure().id();
            rows.add(List.of(
                    isSame ? "" : line.figure().label(),
                    isSame ? "" : line.figure().unit(),
                    isSame ? "" : number(line.summary().median()),
                    isSame ? "" : number(line.summary().least()),
                    isSame ? "" : number(line.summary().most()),
                    line.target() == null
                            ? ""
                            : line.target().text(report.plan().mode()),
                    reference(report, line),
                    line.reference() == null ? "" : number(line.reference()),
                    line.ratio() == null ? "" : number(line.ratio()),
                    yesOrNo(line.reached())));
        }
        List<String> text = new ArrayList<>(aligned(rows));
        text.add("");
        text.addAll(Remarks.onProcesses(report));
        text.add("");
        text.add(Remarks.onMachine(report));
        text.addAll(Remarks.onFailures(report));
        return text;
    }

    private static String reference(Report report, Line line) {
        if (line.target() == null || line.target().reference() == null) {
            return "";
        }
        String id = line.target().reference();
        return report.figures().stream()
                .filter(figure -> figure.id().equals(id))
                .map(Figure::label)
                .findFirst()
                .orElse(id);
    }

    private static String yesOrNo(@Nullable Boolean reached) {
        if (reached == null) {
            return "";
        }
        return reached ? "yes" : "no";
    }

    /** Three significant digits, and no more than is needed. */
    static String number(double value) {
        double size = Math.abs(value);
        if (size >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        String digits = size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : size >= 0.1 ? "%.3f" : "%.4f";
        return String.format(Locale.ROOT, digits, value).replaceFirst("\\.?0+$", "");
    }

    private static List<String> aligned(List<List<String>> rows) {
        int[] widths = new int[HEAD.size()];
        rows.forEach(row -> {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        });
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("|");
            for (int column = 0; column < widths.length; column++) {
                String cell = row.get(column);
                line.append(' ')
                        .append(cell)
                        .append(" ".repeat(widths[column] - cell.length()))
                        .append(" |");
            }
            lines.add(line.toString());
        }
        StringBuilder rule = new StringBuilder("|");
        for (int width : widths) {
            rule.append("-".repeat(width + 2)).append('|');
        }
        lines.add(1, rule.toString());
        return lines;
    }
}
