package dev.lookout.benchmarks.report;

import java.util.List;

/** Text with tables, line by line. */
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    Markdown heading(int level, String title) {
        return paragraph("#".repeat(level) + " " + title);
    }

    Markdown paragraph(String line) {
        text.append(line).append("\n\n");
        return this;
    }

    /** The first column is text, the others are numbers. */
    Markdown table(List<String> heads, List<List<String>> rows) {
        row(heads);
        text.append("| --- |").append(" ---: |".repeat(heads.size() - 1)).append('\n');
        rows.forEach(this::row);
        text.append('\n');
        return this;
    }

    private void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** Text in which nothing is taken for a tag. */
    static String escaped(String plain) {
        return plain.replace("<", "&lt;").replace(">", "&gt;");
    }

    /** One line feed at the end. */
    @Override
    public String toString() {
        return text.toString().stripTrailing() + "\n";
    }
}
