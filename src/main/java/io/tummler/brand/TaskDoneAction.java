package io.tummler.brand;

import io.tummler.api.ButtonAction;
import io.tummler.api.Call;
import io.tummler.api.Happening;
import io.tummler.api.Members;
import io.tummler.api.Message;
import io.tummler.api.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** A member says that a task is done, which is believed, and counts once. */
@ApplicationScoped
class TaskDoneAction implements ButtonAction {
    static final String NAME = "brand.done";

    private final Members members;
    private final Board board;
    private final Event<Happening> happenings;

    TaskDoneAction(Members members, Board board, Event<Happening> happenings) {
        this.members = members;
        this.board = board;
        this.happenings = happenings;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The other tasks stay where they are. */
    @Override
    public boolean inPlace() {
        return false;
    }

    @Override
    public Message press(Call call) {
        if (!members.consents(call.member(), Purpose.TASKS)) return TasksCommand.explanation();
        return Message.of(
                switch (board.look(call.argument(), call.community(), call.member(), call.at())) {
                    case Board.Look.Open(Task task) -> done(call, task);
                    case Board.Look.AlreadyDone(Task task) ->
                        new Says.TaskAlreadyDone(task.settings().title());
                    case Board.Look.Ended(Task task) ->
                        new Says.TaskEnded(
                                task.settings().title(), task.settings().until().orElseThrow());
                    case Board.Look.NotFor _ -> new Says.TaskNotForYouNow();
                    case Board.Look.Gone _ -> new Says.TaskGone();
                });
    }

    private Says.TaskThanked done(Call call, Task task) {
        board.markDone(call.member(), task, call.at());
        long credit = task.settings().credit();
        happenings.fire(new Happening.TaskDone(
                call.community(), task.brand(), task.settings().key(), call.member(), credit, call.at()));
        return new Says.TaskThanked(task.of().name(), credit, task.settings().disclosure());
    }
}
