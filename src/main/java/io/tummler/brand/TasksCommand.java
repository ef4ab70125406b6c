package io.tummler.brand;

import io.tummler.api.Button;
import io.tummler.api.Call;
import io.tummler.api.Members;
import io.tummler.api.Message;
import io.tummler.api.Purpose;
import io.tummler.api.Sentence;
import io.tummler.api.SlashCommand;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** {@code /tasks}: the board, which shows a member what is open to that member and keeps quiet about the rest. */
@ApplicationScoped
class TasksCommand implements SlashCommand {
    /** More would be a list of errands, and not fit into one message. */
    static final int SHOWN_MAX = 3;

    private final Members members;
    private final Board board;

    TasksCommand(Members members, Board board) {
        this.members = members;
        this.board = board;
    }

    @Override
    public Spec spec() {
        return Spec.of("tasks", new Says.TasksDescription());
    }

    @Override
    public Message run(Call call) {
        if (!members.consents(call.member(), Purpose.TASKS)) return explanation();
        List<Task> open = board.openTo(call.community(), call.member(), call.at());
        if (open.isEmpty()) return Message.of(new Says.NoTaskNow());
        List<Task> shown = open.stream().limit(SHOWN_MAX).toList();
        var sentences = new ArrayList<Sentence>();
        for (Task task : shown) sentences.add(sentence(task));
        if (open.size() > shown.size()) sentences.add(new Says.MoreTasksLater(open.size() - shown.size()));
        return new Message(sentences, shown.stream().map(TasksCommand::button).toList());
    }

    /** What tasks are, and the button to see them. */
    static Message explanation() {
        return Message.of(
                new Says.TasksExplained(),
                new Button(new Says.ShowMeTasks(), Button.Style.PRIMARY, "community.consent", Purpose.TASKS.stated()));
    }

    private static Sentence sentence(Task task) {
        TaskSettings settings = task.settings();
        return new Says.TaskShown(
                task.of().name(),
                task.of().about(),
                settings.title(),
                settings.text(),
                settings.forMember(),
                settings.credit(),
                settings.disclosure(),
                settings.until().stream().toList());
    }

    private static Button button(Task task) {
        return new Button(
                new Says.DoneLabel(task.settings().title()), Button.Style.SUCCESS, TaskDoneAction.NAME, task.key());
    }
}
