package org.modicum.pipeline.synth;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code username,day,site,minutes}: for every working day of every member of staff what they really looked at in working
 * time. {@code all} is the exact sum of the sites; work-related use is not in it and has a row of its own.
 */
final class TruthFile {
    static final String ALL = "all";
    static final String WORK_RELATED = "work-related";

    /** Minutes have two decimals. */
    private static final int DECIMALS = 2;

    private static final double MILLIS_IN_HUNDREDTH = 600;

    private final CsvWriter csv;
    private long days;
    private long total;

    TruthFile(CsvWriter csv) {
        this.csv = csv;
        csv.writeRecord("username", "day", "site", "minutes");
    }

    void write(Person person, LocalDate day, Map<String, Long> millisBySite) {
        Map<String, Long> hundredths = new TreeMap<>();
        hundredths.put(ALL, 0L);
        millisBySite.forEach((site, millis) -> {
            long rounded = Math.round(millis / MILLIS_IN_HUNDREDTH);
            boolean work = person.communications() && Department.WORK_SITES.contains(site);
            hundredths.merge(work ? WORK_RELATED : site, rounded, Long::sum);
            if (!work) {
                hundredths.merge(ALL, rounded, Long::sum);
            }
        });
        days++;
        total += hundredths.get(ALL);
        hundredths.forEach((site, number) -> {
            if (number > 0 || site.equals(ALL)) {
                csv.writeRecord(
                        person.username(),
                        day.toString(),
                        site,
                        BigDecimal.valueOf(number, DECIMALS).toPlainString());
            }
        });
    }

    /** How many days of people were written. */
    long days() {
        return days;
    }

    /** The sum of {@code all}. */
    double minutes() {
        return total / 100.0;
    }
}
