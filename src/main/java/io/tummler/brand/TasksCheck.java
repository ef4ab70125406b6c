package io.tummler.brand;

import io.tummler.api.Button;
import io.tummler.api.Policy;
import io.tummler.api.PolicyCheck;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Finds tasks that nobody would ever see. */
@Singleton
class TasksCheck implements PolicyCheck {
    @Override
    public List<Objection> objections(Policy policy) {
        List<Objection> objections = new ArrayList<>();
        policy.folder(BrandSettings.class).forEach((brand, settings) -> {
            for (int i = 0; i < settings.tasks().size(); i++) {
                var task = new Task(brand, settings, settings.tasks().get(i));
                if (!Board.fitsAButton(task))
                    objections.add(new Objection(
                            "brands/" + brand,
                            "tasks[" + i + "].key",
                            "the file's name and this key together are too long for a button, so nobody could take the"
                                    + " task",
                            "at most " + Button.ARGUMENT_MAX + " characters for " + task.key()
                                    + ": give the file or the task a shorter name"));
            }
        });
        return objections;
    }
}
