// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Web.Jobs;

/// <summary>Where reading is.</summary>
internal enum JobStage
{
    /// <summary>Another one is before it.</summary>
    Waiting,

    /// <summary>It is being done.</summary>
    Running,

    /// <summary>All inputs were read, some perhaps with problems.</summary>
    Done,

    /// <summary>It ended early, for a reason that concerns all of it.</summary>
    Failed,

    /// <summary>It was stopped; what was read is kept.</summary>
    Stopped,
}
