package org.modicum.pipeline.synth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A simulated person.
 *
 * @param username canonical, as the staff directory has it
 * @param posts empty for students and guests, who are in the log and not in the directory
 * @param daysOff days of the week on which a part-timer does not work
 * @param communications whether some use is this person's work
 * @param office the computer at work
 * @param home the computer elsewhere, by way of the university's network
 */
record Person(
        int number,
        String username,
        List<Post> posts,
        boolean morningsOnly,
        Set<DayOfWeek> daysOff,
        boolean communications,
        Habits habits,
        Machine office,
        Machine home,
        Optional<Period> leave) {

    boolean isStaff() {
        return !posts.isEmpty();
    }

    Optional<Department> departmentOn(LocalDate day) {
        return posts.stream()
                .filter(post -> post.period().covers(day))
                .map(Post::department)
                .findFirst();
    }

    boolean isOnLeave(LocalDate day) {
        return leave.map(period -> period.covers(day)).orElse(false);
    }
}
